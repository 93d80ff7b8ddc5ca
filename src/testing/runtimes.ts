import type { MatchRule } from '@/adapters/prometheus/matchRules'
import type { SignalName } from '@/domain/signal'

/** What a preset must answer of a model. */
export interface RuntimeFigure {
  signal: SignalName
  /** `null`: of requests that name no version; left out: of the model as a whole. */
  version?: string | null
  /** Kept labels; left out: whichever. */
  labels?: Readonly<Record<string, string>>
  /** A range where the text of the exposition leaves the figure to rounding; `null`: there is none. */
  value: number | readonly [low: number, high: number] | null
}

/** A runtime whose exposition stands in adapters/prometheus/presets/recorded/, under the name of its preset. */
export interface RecordedRuntime {
  preset: string
  /** The registered model that it serves. */
  model: string
  match?: MatchRule
  /** Counted by hand from the exposition, as what each second adds. */
  figures: readonly RuntimeFigure[]
}

function latency(p50: number, p95: RuntimeFigure['value'], p99: number, mean: number): RuntimeFigure[] {
  return [
    { signal: 'latency_p50', value: p50 },
    { signal: 'latency_p95', value: p95 },
    { signal: 'latency_p99', value: p99 },
    { signal: 'latency_mean', value: mean },
  ]
}

/** How many errors a second have this class, and the 95th percentile of successes and of errors. */
function apart(labels: Readonly<Record<string, string>>, errors: number, success?: number, error?: number | null): RuntimeFigure[] {
  return [
    { signal: 'errors_by_class', labels, value: errors },
    ...(success === undefined ? [] : [{ signal: 'latency_p95_success', value: success } as const]),
    ...(error === undefined ? [] : [{ signal: 'latency_p95_error', value: error } as const]),
  ]
}

/** 17 good requests a second and 3 that failed, unless the exposition says otherwise. */
const usual: readonly RuntimeFigure[] = [
  { signal: 'request_rate', value: 20 },
  { signal: 'error_ratio', value: 0.15 },
]

export const recordedRuntimes: readonly RecordedRuntime[] = [
  {
    preset: 'kserve',
    model: 'iris',
    // All 20 within 5 ms.
    figures: [...usual, ...latency(2.5, 4.75, 4.95, 8.690_630_000_046_44 / 20)],
  },
  {
    preset: 'mlserver',
    model: 'iris',
    match: { version: 'v${version}' },
    figures: [
      { signal: 'request_rate', value: 40 },
      { signal: 'request_rate', version: '1', value: 20 },
      { signal: 'request_rate', version: null, value: 20 },
      { signal: 'error_ratio', value: 0.15 },
      { signal: 'error_ratio', version: '1', value: 0.15 },
      { signal: 'latency_mean', value: (11.487_072_000_363_696 + 8.262_634_001_084_734) / 40 },
      { signal: 'latency_mean', version: '1', value: 11.487_072_000_363_696 / 20 },
    ],
  },
  {
    preset: 'seldon-v1',
    model: 'iris',
    // 8 of 20 within 5 ms, 16 within 10, all within 25; the questions for the status are not among them.
    figures: [...apart({ code: '500' }, 3, 12.25, 24.25), ...usual, { signal: 'request_rate', version: '2', value: 20 }, ...latency(6.25, 21.25, 24.25, 9)],
  },
  {
    preset: 'seldon-v2',
    model: 'iris',
    match: { version: '/^iris_(?<version>\\d+)$/' },
    figures: [...apart({ code: '500' }, 3), ...usual, { signal: 'request_rate', version: '2', value: 20 }, { signal: 'latency_mean', value: 9 }],
  },
  {
    preset: 'triton',
    model: 'iris',
    figures: [
      ...apart({ reason: 'BACKEND' }, 2),
      ...usual,
      { signal: 'error_ratio', version: '2', value: 0.15 },
      ...latency(5.5, 9.8, 12, 6),
      { signal: 'in_flight', value: 2 },
      { signal: 'queue_depth', value: 2 },
      { signal: 'cache_hit_ratio', value: 0.25 },
    ],
  },
  {
    preset: 'tf-serving',
    model: 'iris',
    // Ranks 8.5, 16.15 and 16.83 of 17: 10 within 6426.84 µs, 16 within 11568.3, 17 within 20823.
    figures: [...apart({ status: 'INTERNAL' }, 2, 12.956_505), ...usual, ...latency(5.998_384_5, 12.956_505, 19.249_701, 7)],
  },
  {
    preset: 'torchserve',
    model: 'iris',
    match: { version: '${version}.0' },
    figures: [
      { signal: 'request_rate', value: 20 },
      { signal: 'request_rate', version: '2', value: 17 },
      { signal: 'request_rate', version: null, value: 3 },
      { signal: 'latency_mean', value: 7 },
      { signal: 'latency_mean', version: '2', value: 6 },
    ],
  },
  {
    preset: 'bentoml',
    model: 'iris_svc',
    // Rank 19 of 20 is the last within 5 ms: the next bucket with a request begins at 10 ms.
    figures: [...apart({ http_response_code: '500' }, 3, 12.25, 4.75), ...usual, ...latency(50 / 19, [5, 10.1], 22, (39.945_068_999_941_21 + 8.269_004_999_874_596) / 20), { signal: 'in_flight', value: 0 }],
  },
  {
    preset: 'ray-serve',
    model: 'Iris',
    // 17 of 20 within 2 to 5 ms, the rest within 10.
    figures: [...apart({ exception_type: 'ValueError' }, 3), ...usual, ...latency(2 + 30 / 17, 5 + 10 / 3, 5 + 14 / 3, 4.1), { signal: 'in_flight', value: 0 }, { signal: 'queue_depth', value: 0 }],
  },
  {
    preset: 'vllm',
    model: 'iris',
    figures: [...apart({ finished_reason: 'abort' }, 3), ...usual, ...latency(1250, 2375, 2475, 1400), { signal: 'in_flight', value: 4 }, { signal: 'queue_depth', value: 6 }, { signal: 'cache_hit_ratio', value: 0.7 }],
  },
  {
    preset: 'fastapi',
    model: 'fastapi',
    // 20 to /predict and one to /models/{name}; the 23 that are timed hold a scrape and a 404 too.
    figures: [
      ...apart({ status: '5xx' }, 3),
      { signal: 'request_rate', value: 21 },
      { signal: 'error_ratio', value: 3 / 21 },
      ...latency((10 * 11.5) / 22, (10 * 21.85) / 22, 21.55, 37.905_796_999_211_816 / 23),
      { signal: 'in_flight', value: null },
    ],
  },
  {
    preset: 'flask',
    model: 'flask',
    figures: [
      ...apart({ status: '500' }, 3, 4.75, 4.75),
      { signal: 'request_rate', value: 21 },
      { signal: 'error_ratio', value: 3 / 21 },
      ...latency(2.5, 4.75, 4.95, (9.830_055_000_293_214 + 4.626_632_999_816_138 + 0.147_804_000_107_498_72) / 21),
    ],
  },
  {
    preset: 'knative',
    model: 'iris',
    match: { version: '/^iris-0*(?<version>\\d+)$/' },
    // 8 of 20 within 5 ms, 18 within 10, all within 20.
    figures: [...apart({ response_code: '500' }, 3, 15.75, 4.75), ...usual, { signal: 'request_rate', version: '2', value: 20 }, ...latency(6, 15, 19, 7.3), { signal: 'in_flight', value: 2 }],
  },
  {
    preset: 'istio',
    model: 'iris',
    match: { version: 'v${version}' },
    // 10 of 20 within 10 ms, all within 25; what the caller's side reports is not counted again.
    figures: [...apart({ response_code: '503' }, 2, 23.5, null), ...usual, { signal: 'request_rate', version: '2', value: 20 }, ...latency(10, 23.5, 24.7, 12)],
  },
]
