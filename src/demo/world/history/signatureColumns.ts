import type { ColumnType, ModelSpec } from '@/demo/world/catalog/modelSpec'

export interface Column {
  name: string
  type: ColumnType
  required: boolean
}

/** The inputs of one version: a column that a later version added is missing before it. */
export function inputColumns(spec: ModelSpec, version: number): readonly Column[] {
  const later = new Set(
    Object.entries(spec.version ?? {})
      .filter(([number, own]) => own.addsColumn !== undefined && Number(number) > version)
      .map(([, own]) => own.addsColumn?.[0]),
  )
  return spec.columns
    .filter(([name]) => !later.has(name))
    .map(([name, type]) => ({ name, type, required: true }))
}

export function outputColumns(spec: ModelSpec): readonly Column[] {
  return spec.classes.length === 0
    ? [{ name: 'prediction', type: 'double', required: true }]
    : [
        { name: 'label', type: 'string', required: true },
        { name: 'score', type: 'double', required: true },
      ]
}
