import { useQueryClient } from '@tanstack/react-query'
import { useReducer } from 'react'
import { demoFaults, type DemoControls, type DemoFault } from '@/app/demo'
import { useDeployment } from '@/app/deployment'
import { dayMs, hourMs } from '@/domain/time'
import { AppLink } from '@/ui/AppLink'
import { useTick } from '@/ui/clock'
import { Button } from '@/ui/controls/Button'
import { Timestamp } from '@/ui/figures/Timestamp'
import styles from './DemoPanel.module.css'

const faultWords: Readonly<Record<DemoFault, string>> = {
  latency: 'answers slowly',
  'server-error': 'answers 500',
  unauthenticated: 'asks to sign in (401)',
  dropped: 'drops connections',
  malformed: 'answers broken JSON',
}

/** What to try in the demo, and the levers of its world. */
export function DemoPanel({ demo, onLeave }: { demo: DemoControls; onLeave: () => void }) {
  const client = useQueryClient()
  const { leaveDemo } = useDeployment()
  const tick = useTick()
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  /** The world has changed: every figure is asked again. */
  const turn = (lever: () => void) => {
    lever()
    tick()
    redraw()
    void client.invalidateQueries()
  }
  return (
    <div className={styles['panel']}>
      <p className={styles['lead']}>
        A simulated company answers as MLflow, Prometheus and Alertmanager would. Nothing leaves this browser; what you do is kept
        for this tab.
      </p>
      {leaveDemo && (
        <Button size="small" onClick={leaveDemo}>
          Leave the demo
        </Button>
      )}
      <section aria-labelledby="demo-stories">
        <h2 id="demo-stories">Try this</h2>
        <ul className={styles['stories']}>
          {demo.stories.map((story) => (
            <li key={story.id}>
              <AppLink to={story.path} onClick={onLeave}>
                {story.title}
              </AppLink>
              <p>{story.text}</p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="demo-faults">
        <h2 id="demo-faults">Break a source</h2>
        {demo.sources.map((source) => (
          <label key={source} className={styles['row']}>
            <span>{source}</span>
            <select
              value={demo.faultOf(source) ?? ''}
              onChange={(event) =>
                turn(() => demo.setFault(source, demoFaults.find((fault) => fault === event.target.value) ?? null))
              }
            >
              <option value="">works</option>
              {demoFaults.map((fault) => (
                <option key={fault} value={fault}>
                  {faultWords[fault]}
                </option>
              ))}
            </select>
          </label>
        ))}
      </section>
      <section aria-labelledby="demo-person">
        <h2 id="demo-person">You are</h2>
        <label className={styles['row']}>
          <span className="sr-only">Persona</span>
          <select value={demo.persona()} onChange={(event) => turn(() => demo.setPersona(event.target.value))}>
            {demo.personas.map((persona) => (
              <option key={persona.id} value={persona.id}>
                {persona.name} – {persona.role}
              </option>
            ))}
          </select>
        </label>
      </section>
      <section aria-labelledby="demo-clock">
        <h2 id="demo-clock">Clock</h2>
        <p>
          It is <Timestamp at={demo.clock.now()} form="exact" plain /> in the demo.
        </p>
        <div className={styles['buttons']}>
          <Button size="small" onClick={() => turn(() => demo.moveClock(hourMs))}>
            + 1 hour
          </Button>
          <Button size="small" onClick={() => turn(() => demo.moveClock(dayMs))}>
            + 1 day
          </Button>
          <Button size="small" onClick={() => turn(() => demo.moveClock(7 * dayMs))}>
            + 7 days
          </Button>
          <Button size="small" variant="danger" onClick={() => turn(() => demo.reset())}>
            Start over
          </Button>
        </div>
      </section>
    </div>
  )
}
