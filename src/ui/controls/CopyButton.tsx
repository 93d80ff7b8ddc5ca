import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Button } from './Button'
import { IconButton } from './IconButton'

export interface CopyButtonProps {
  text: string
  /** Its name: `Copy the query`. */
  label: string
  /** Draws the name beside the icon. */
  withText?: boolean
}

type Outcome = 'idle' | 'copied' | 'refused'

/** Copies a text and says so; where the browser refuses, it says that. */
export function CopyButton({ text, label, withText = false }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('idle')
  useEffect(() => {
    if (outcome === 'idle') return undefined
    const timer = setTimeout(() => setOutcome('idle'), 2000)
    return () => clearTimeout(timer)
  }, [outcome])

  const copy = () => {
    // Absent on pages that are not served over HTTPS or from localhost.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    )
  }
  const icon = outcome === 'copied' ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
  const said = outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'The browser refused to copy' : ''
  return (
    <>
      {withText ? (
        <Button size="small" icon={icon} onClick={copy}>
          {said === '' ? label : said}
        </Button>
      ) : (
        <IconButton label={label} icon={icon} onClick={copy} title={said === '' ? label : said} />
      )}
      <output className="sr-only">{said}</output>
    </>
  )
}
