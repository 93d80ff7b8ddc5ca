const offset = 14_695_981_039_346_656_037n
const prime = 1_099_511_628_211n
const separator = 0xff

/**
 * The identity of a label set as Alertmanager writes it: FNV-1a over names and values in order.
 * https://github.com/prometheus/common/blob/main/model/signature.go
 */
export function fingerprintOf(labels: Readonly<Record<string, string>>): string {
  const encoder = new TextEncoder()
  let hash = offset
  const add = (byte: number) => {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime)
  }
  for (const [name, value] of Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    for (const text of [name, value]) {
      for (const byte of encoder.encode(text)) add(byte)
      add(separator)
    }
  }
  return hash.toString(16).padStart(16, '0')
}
