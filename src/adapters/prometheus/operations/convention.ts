/** For metrics that a model's own code or job exports, whatever serves its requests. */
export const convention = { scope: 'convention', exporter: 'the model’s own code or job exports them, as docs/signals.md says' } as const
