import { useQuery } from '@tanstack/react-query'
import { modelCardQuery } from '@/queries/registry'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { DocText } from './DocText'
import type { VersionPanelProps } from './SignaturePanel'

export interface CardViewProps extends VersionPanelProps {
  /** Cuts a long card until somebody wants all of it. */
  clamp?: boolean
}

/** The model card file that is kept with a version. */
export function CardView({ registry, version, clamp = false }: CardViewProps) {
  const state = useQuery(modelCardQuery(registry, version))
  return (
    <PanelFrame
      title="Model card"
      {...(state.data && { unit: state.data.origin })}
      state={state}
      headingLevel={2}
      minHeight={80}
      isEmpty={(card) => card === null || card.markdown.trim() === ''}
      emptyText={
        state.data
          ? `${state.data.origin} is there, and empty.`
          : 'No model card is kept with this version. A file named MODEL_CARD.md among its artifacts appears here.'
      }
    >
      {(card) => card && <DocText text={card.markdown} clamp={clamp} />}
    </PanelFrame>
  )
}
