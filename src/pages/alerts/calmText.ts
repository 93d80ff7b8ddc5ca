import type { AlertRule } from '@/domain/alerts/alert'

export const notConfigured =
  'config.json names neither a Prometheus nor an Alertmanager: add one under “sources”. Prometheus tells what is pending and firing, Alertmanager keeps the silences.'

/** What an empty list means: all is well only where rules would have said otherwise. */
export function calmText({ data, configured }: { data: readonly AlertRule[] | undefined; configured: boolean }): string {
  if (!configured) return 'Alertmanager has no alert. Whether any rule would raise one is not known: no Prometheus is configured.'
  if (data === undefined) return 'No alert is pending or firing.'
  if (data.length === 0) return 'No alert is pending or firing, because Prometheus has no alerting rule. Nothing watches over these models while nobody looks.'
  const broken = data.filter(({ error }) => error !== null).length
  const rules = data.length === 1 ? '1 rule watches' : `${data.length} rules watch`
  return `No alert is pending or firing. ${rules}${broken > 0 ? `, ${broken} of them cannot be evaluated` : ''}.`
}
