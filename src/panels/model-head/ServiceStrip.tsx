import { useLayoutEffect, useRef, useState } from 'react'
import { modelPath, versionPath } from '@/domain/address'
import type { ModelRef } from '@/domain/model'
import type { EpochMs } from '@/domain/time'
import { versionWords } from '@/domain/words'
import { AppLink } from '@/ui/AppLink'
import { dateText } from '@/ui/format/times'
import type { Strip } from './serviceStrip'
import styles from './ServiceStrip.module.css'

export interface ServiceStripProps {
  model: ModelRef
  strip: Strip
  /** Waits for production: drawn after the champion. `label` is what its source calls it. */
  candidate: { version: string; label: string } | null
  /** A sentence for a model that nothing serves. */
  nobody: string
}

/** Who served production when, as a strip of links; the line below says the one under pointer or focus. */
export function ServiceStrip({ model, strip, candidate, nobody }: ServiceStripProps) {
  const [shown, setShown] = useState<string | null>(null)
  const { pieces, earlier } = strip
  const list = useRef<HTMLOListElement>(null)
  const newest = pieces.at(-1)?.key
  // Where there is no room for all, the present is what people look for.
  useLayoutEffect(() => {
    if (newest !== undefined && list.current) list.current.scrollLeft = list.current.scrollWidth
  }, [newest])
  const current = pieces.findLast((piece) => piece.current)
  const said = (pieces.find(({ key }) => key === shown) ?? current)?.sentence ?? nobody
  const show = (key: string) => ({
    onPointerEnter: () => setShown(key),
    onPointerLeave: () => setShown(null),
    onFocus: () => setShown(key),
    onBlur: () => setShown(null),
  })
  return (
    <section aria-label="Who served production when" className={styles['strip']}>
      {pieces.length + (candidate ? 1 : 0) > 0 && (
        <ol ref={list} className={styles['pieces']}>
          {earlier > 0 && (
            <li className={styles['end']}>
              <AppLink to={modelPath(model, 'history')} className={styles['earlier']}>
                {earlier} earlier
              </AppLink>
            </li>
          )}
          {pieces.map(({ key, version, from, known, current: serving, share, sentence }) => (
            <li key={key} className={styles['piece']} style={{ flexGrow: Math.max(share, 0.001) * 1000 }}>
              <AppLink to={versionPath({ ...model, version })} className={styles['link']} data-known={known} data-current={serving} {...show(key)}>
                <span className={styles['bar']} />
                <span className={styles['label']} aria-hidden>
                  <span className={styles['version']}>{versionWords(version)}</span>
                  <span className={styles['from']}>{from === null ? '?' : shortDay(from)}</span>
                </span>
                <span className="sr-only">{sentence}</span>
              </AppLink>
            </li>
          ))}
          {candidate && (
            <li className={styles['end']}>
              <AppLink to={versionPath({ ...model, version: candidate.version })} className={styles['link']} data-candidate>
                <span className={styles['dot']} />
                <span className={styles['label']}>
                  <span className={styles['version']}>{versionWords(candidate.version)}</span>{' '}
                  <span className={styles['from']}>{candidate.label}</span>
                </span>
              </AppLink>
            </li>
          )}
        </ol>
      )}
      <p className={styles['said']} aria-hidden={shown !== null}>
        {said}
      </p>
    </section>
  )
}

function shortDay(at: EpochMs): string {
  return dateText(new Date(at).toISOString()).replace(/ \d{4}$/, '')
}
