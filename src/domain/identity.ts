/** Who acts. Self-declared is a name that was asked once: what the client knew, not proof. */
export interface Identity {
  name: string
  kind: 'authenticated' | 'self-declared'
}
