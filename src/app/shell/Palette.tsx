import { useQueries } from '@tanstack/react-query'
import { useId, useState, type KeyboardEvent } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { modelsQuery } from '@/queries/registry'
import { useSources } from '@/queries/sources'
import { Dialog } from '@/ui/dialog/Dialog'
import { withStickyParams } from '@/ui/stickyParams'
import { destinations, type Destination } from './palette'
import styles from './Palette.module.css'

/** Jumps to any model, version or page: type, arrow keys, Enter. */
export function Palette({ onClose }: { onClose: () => void }) {
  const listId = useId()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const { registries } = useSources()
  const lists = useQueries({ queries: registries.map((registry) => modelsQuery(registry, '', 1)) })
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const found = destinations(text, lists.flatMap((list) => list.data?.models ?? []))
  const active = found[Math.min(chosen, found.length - 1)]

  const go = (place: Destination) => {
    onClose()
    void navigate(withStickyParams(place.path, params))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) {
      event.preventDefault()
      setChosen((Math.min(chosen, found.length - 1) + by + found.length) % Math.max(1, found.length))
    }
    if (event.key === 'Enter' && active) go(active)
  }
  return (
    <Dialog opened onClose={onClose} title="Jump to" size="normal" initialFocus="content">
      <input
        className={styles['input']}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={active ? `${listId}-${active.key}` : undefined}
        aria-label="Model, version or page"
        placeholder="claim-fraud, claim-fraud 12, Sources"
        autoComplete="off"
        data-autofocus
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
      />
      <div id={listId} role="listbox" aria-label="Places" className={styles['list']}>
        {found.map((place, index) => (
          <div
            key={place.key}
            id={`${listId}-${place.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            className={styles['option']}
            onPointerMove={() => setChosen(index)}
            onClick={() => go(place)}
            onKeyDown={onKeyDown}
          >
            <span className={styles['title']}>{place.title}</span>
            <span className={styles['kind']}>{place.kind}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles['none']}>Nothing here is called that.</p>}
    </Dialog>
  )
}
