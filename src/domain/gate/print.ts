import { gates } from './gates'

/** docs/gates.md, printed from the table, so that they cannot differ. */
export function printGates(): string {
  return `# Checks before a decision

<!-- Printed from src/domain/gate; a test keeps it equal. -->

Each check has a verdict, the value it found, what was asked for, the number of samples where there is one, and a link to its evidence.

- **pass**, **warn**, **fail**: as they say. A warning never blocks.
- **unknown**: asked, but it failed or there is not enough data. It blocks where the check is required.
- **not applicable**: the source is not configured, there is nothing to compare with, or nobody set a limit. It is shown and never blocks.

A **required** check blocks when it fails or is unknown, until somebody overrides it with a reason, which is recorded with the decision. An **advisory** one informs. One that is **off** is not asked. The level comes from the model's policy (the tag \`modeldeck.policy\`), else from \`policy.gates\` in config.json, else from this table. Limits and tolerances come from \`thresholds\` in the same places.

| Check | Before | Default | Override | Rule |
|---|---|---|---|---|
${gates.map((gate) => `| ${gate.title} (\`${gate.id}\`) | ${gate.actions.join(', ')} | ${gate.defaultLevel} | ${gate.overridable ? 'with a reason' : 'no'} | ${gate.rule} |`).join('\n')}
`
}
