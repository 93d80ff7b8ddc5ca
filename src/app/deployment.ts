import { createContext, use } from 'react'
import type { DemoControls } from './demo'

/** What the shell shows of the deployment itself. */
export interface Deployment {
  title: string
  /** `null`: real sources. */
  demo: DemoControls | null
  /** Back to the real sources; absent where there are none to go back to. */
  leaveDemo?: (() => void) | undefined
}

export const DeploymentContext = createContext<Deployment>({ title: 'Modeldeck', demo: null })

export function useDeployment(): Deployment {
  return use(DeploymentContext)
}
