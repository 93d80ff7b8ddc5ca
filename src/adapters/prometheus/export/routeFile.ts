import { Document } from 'yaml'
import { originLabel } from './alertingRule'
import { comment, yamlText } from './ruleFile'

export const routeFileName = 'alertmanager.yml'

const secrets = '/etc/alertmanager/secrets'

/** What must be filled in. */
const routeNotes: readonly string[] = [
  'Replace what ends in example.org, and the channel. Secrets are read from the files that are named, never from here.',
  'Into an Alertmanager that tells somebody already, take over the route below "routes", its receivers and the inhibition.',
]

/**
 * A configuration of Alertmanager 0.25 or later that mails every alert of the exported rules and posts the critical
 * ones to Slack (https://prometheus.io/docs/alerting/latest/configuration/).
 *
 * @param labels those that tell alerts of one model apart from another's
 */
export function routeFile(labels: readonly string[]): string {
  const mail = { to: 'ml-oncall@example.org', send_resolved: true }
  const [[name, value] = ['', '']] = Object.entries(originLabel)
  const document = new Document({
    global: {
      smtp_smarthost: 'smtp.example.org:587',
      smtp_from: 'alertmanager@example.org',
      smtp_auth_username: 'alertmanager@example.org',
      smtp_auth_password_file: `${secrets}/smtp-password`,
    },
    route: {
      receiver: 'nobody',
      routes: [
        {
          receiver: 'models-mail',
          matchers: [`${name}="${value}"`],
          group_by: [...labels],
          group_wait: '30s',
          group_interval: '5m',
          repeat_interval: '12h',
          routes: [{ receiver: 'models-mail-and-slack', matchers: ['severity="critical"'], repeat_interval: '4h' }],
        },
      ],
    },
    inhibit_rules: [
      {
        source_matchers: [`${name}="${value}"`, 'severity="critical"'],
        target_matchers: [`${name}="${value}"`, 'severity="warning"'],
        equal: ['alertname', ...labels, 'feature'],
      },
    ],
    receivers: [
      { name: 'nobody' },
      { name: 'models-mail', email_configs: [mail] },
      {
        name: 'models-mail-and-slack',
        email_configs: [mail],
        slack_configs: [
          {
            api_url_file: `${secrets}/slack-webhook-url`,
            channel: '#model-alerts',
            send_resolved: true,
            title: '{{ .Status | toUpper }}: {{ .GroupLabels.SortedPairs.Values | join " " }}',
            text: '{{ range .Alerts }}{{ .Annotations.summary }} <{{ .Annotations.link }}|Modeldeck>\n{{ end }}',
          },
        ],
      },
    ],
  })
  document.commentBefore = comment([
    'Who is told of the alerts that Modeldeck’s limits raise: mail for all, Slack for critical ones. For Alertmanager 0.25 or later.',
    ...routeNotes,
    `To check it: amtool check-config ${routeFileName}`,
  ])
  return yamlText(document)
}
