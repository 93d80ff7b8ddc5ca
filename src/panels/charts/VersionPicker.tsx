import { useContext } from 'react'
import type { Unit } from '@/domain/signal'
import { LineMark } from '@/ui/charts/LineMark'
import { seriesStyle, VersionPlaces } from '@/ui/charts/seriesStyle'
import { Button } from '@/ui/controls/Button'
import { Popover } from '@/ui/controls/Popover'
import { ToggleChip } from '@/ui/controls/ToggleChip'
import { measureText } from '@/ui/format/numbers'
import { versionLabel } from '@/ui/format/versions'
import { isDrawn, toggleVersion, type OfferedVersion, type VersionChoice } from './versionChoice'
import styles from './VersionPicker.module.css'

export interface VersionPickerProps {
  choice: VersionChoice
  champion: string | null
  challenger: string | null
  /** What versions are ranked by, for the list behind `more`. */
  unit: Unit
  /** `null`: back to what is drawn by default. */
  onChoose: (versions: readonly string[] | null) => void
  /** Someone has chosen: offers the way back. */
  chosen: boolean
}

/** More chips than this are a list of their own. */
const mostChips = 6

/** Which versions the charts draw: a chip each, in the colour of its lines. */
export function VersionPicker(props: VersionPickerProps) {
  const { choice, unit, onChoose, chosen } = props
  const first = choice.offered.filter(({ version }, index) => index < mostChips || choice.drawn.includes(version))
  const more = choice.offered.filter((offered) => !first.includes(offered))
  const chip = ({ version }: OfferedVersion) => (
    <VersionChip key={version} {...props} version={version} onToggle={() => onChoose(toggleVersion(choice, version))} />
  )
  if (choice.offered.length === 0) return null
  return (
    <div role="group" aria-label="Versions drawn" className={styles['picker']}>
      {first.map(chip)}
      {more.length > 0 && (
        <Popover button={`${more.length} more`} buttonClassName={styles['more']} title="More versions">
          {() => (
            <div className={styles['list']}>
              {more.map((offered) => (
                <div key={offered.version} className={styles['row']}>
                  {chip(offered)}
                  <span className={styles['mean']}>{measureText(offered.mean, unit)} on average</span>
                </div>
              ))}
            </div>
          )}
        </Popover>
      )}
      {chosen && (
        <Button size="small" variant="quiet" onClick={() => onChoose(null)}>
          Default versions
        </Button>
      )}
    </div>
  )
}

function VersionChip({ version, champion, challenger, choice, onToggle }: VersionPickerProps & { version: string; onToggle: () => void }) {
  const places = useContext(VersionPlaces)
  const pressed = isDrawn(choice, version)
  const { color, dash } = seriesStyle(places.get(version) ?? 0)
  const role = version === champion ? 'champion' : version === challenger ? 'challenger' : null
  return (
    <ToggleChip pressed={pressed} onToggle={onToggle}>
      {pressed && <LineMark color={color} dash={dash} width={version === champion ? 3 : 2} />}
      {versionLabel(version)}
      {role !== null && <span className={styles['role']}>{role}</span>}
    </ToggleChip>
  )
}
