import { useAddressParams } from '@/ui/addressParams'

/** How versions lie in the tables. `auto`: in columns while they fit. */
export type ComparedLayout = 'columns' | 'rows'

/** What the address says of a comparison. */
export interface ComparedAddress {
  /** In the order that was asked for, each once. */
  versions: readonly string[]
  /** `null`: nobody chose. */
  reference: string | null
  layout: ComparedLayout | null
}

export function readAddress(params: URLSearchParams): ComparedAddress {
  const listed = (params.get('versions') ?? '').split(',').map((version) => version.trim())
  const layout = params.get('layout')
  return {
    versions: [...new Set(listed.filter((version) => version !== ''))],
    reference: params.get('reference') || null,
    layout: layout === 'columns' || layout === 'rows' ? layout : null,
  }
}

export interface AddressChange {
  versions?: readonly string[]
  reference?: string
  layout?: ComparedLayout
}

/** The comparison that the address names, and a way to change it that keeps everything else. */
export function useComparedAddress(): [ComparedAddress, (change: AddressChange) => void] {
  const [params, changeParams] = useAddressParams()
  const change = ({ versions, reference, layout }: AddressChange) =>
    changeParams((after) => {
      if (versions !== undefined) after.set('versions', versions.join(','))
      if (reference !== undefined) after.set('reference', reference)
      if (layout !== undefined) after.set('layout', layout)
    })
  return [readAddress(params), change]
}
