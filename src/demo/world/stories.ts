/** Something to find and to act on; listed in the demo's panel. */
export interface Story {
  id: 'better-challenger' | 'bad-release' | 'drift' | 'two-people' | 'sunset' | 'bad-candidate'
  title: string
  /** What is going on and what to try, in two sentences. */
  text: string
  /** Where it starts, as an address of the app. */
  path: string
}

export const stories: readonly Story[] = [
  {
    id: 'bad-release',
    title: 'Roll back a bad release',
    text: 'Errors of freight-price rose from 0.2 % to 4.1 % with version 18, three hours ago. Roll back to version 17 and watch them fall.',
    path: '/models/mlflow/freight-price/serving',
  },
  {
    id: 'drift',
    title: 'Find out why recall sinks',
    text: 'claim-fraud’s recall fell from 0.91 to 0.78 in 9 days while claim_amount drifts. The candidate was trained on newer claims.',
    path: '/models/mlflow/claim-fraud/quality',
  },
  {
    id: 'better-challenger',
    title: 'Promote a challenger that is better',
    text: 'Version 13 of claim-fraud beats the champion on every measure that matters and already serves 5 % of the requests. Promote it: its traffic follows within two minutes.',
    path: '/models/mlflow/claim-fraud/versions/13',
  },
  {
    id: 'two-people',
    title: 'Approve what a colleague asks for',
    text: 'Jonas asks that version 8 of candidate-screening be promoted, and its policy wants a second person. Approve it, then promote it; as Jonas you cannot.',
    path: '/requests',
  },
  {
    id: 'sunset',
    title: 'Retire a version that is still called',
    text: 'Version 4 of address-matching is deprecated and must be gone in 9 days, yet somebody still sends it 3 % of the requests.',
    path: '/models/mlflow/address-matching/versions/4',
  },
  {
    id: 'bad-candidate',
    title: 'Stop a candidate that must not go live',
    text: 'Version 9 of customer-churn has better precision, but finds fewer of those who leave, has no documentation, no commit and three failing tests.',
    path: '/models/mlflow/customer-churn/versions/9',
  },
]
