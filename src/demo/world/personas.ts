/** Who sits in front of the demo, as its registry sees them. */
export interface Persona {
  id: PersonaId
  label: string
  /** The name that `users/current` answers; `null`: not signed in, the registry has no users. */
  userName: string | null
  /** MLflow's permission on every model. `MANAGE` may delete aliases and version tags. */
  permission: 'READ' | 'EDIT' | 'MANAGE'
}

export type PersonaId = 'owner' | 'engineer' | 'approver' | 'reader' | 'anonymous'

export const personas: readonly [Persona, ...Persona[]] = [
  { id: 'owner', label: 'Priya, owns claim-fraud (may manage)', userName: 'priya.nair', permission: 'MANAGE' },
  { id: 'engineer', label: 'Jonas, engineer (may edit)', userName: 'jonas.keller', permission: 'EDIT' },
  { id: 'approver', label: 'Helen, reviewer (may edit)', userName: 'helen.osei', permission: 'EDIT' },
  { id: 'reader', label: 'Ben, stakeholder (may read)', userName: 'ben.whitaker', permission: 'READ' },
  { id: 'anonymous', label: 'Nobody: a registry without sign-in', userName: null, permission: 'MANAGE' },
]
