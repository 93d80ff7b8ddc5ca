/** One input, output or parameter of a model's signature. */
export interface SignatureField {
  /** `null` for unnamed tensors. */
  name: string | null
  /** As the model file says: `double`, `string`, `tensor(float32, [-1, 784])`. */
  type: string
  required: boolean
}

/** What the model expects and returns. */
export interface Signature {
  inputs: readonly SignatureField[]
  outputs: readonly SignatureField[]
  params: readonly SignatureField[]
}
