// npm test: everything that needs no outside server. Later steps run although an earlier one failed, so that one
// run shows all that is wrong.
import { conclude, reports, runStep } from './steps.mjs'

/** @type {import('./steps.mjs').Outcome[]} */
const outcomes = []
outcomes.push(await runStep({ name: 'types', command: 'tsc', args: ['-p', '.'] }))
outcomes.push(await runStep({ name: 'lint', command: 'oxlint', args: ['--type-aware'] }))
outcomes.push(
  await runStep({
    name: 'unit',
    command: 'vitest',
    args: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reports}/unit.json`],
    report: `${reports}/unit.json`,
  }),
)
const built = await runStep({ name: 'build', command: 'node', args: ['scripts/build.mjs'] })
outcomes.push(built)
if (built.ok) {
  outcomes.push(await runStep({ name: 'size', command: 'size-limit', args: [] }))
  outcomes.push(
    await runStep({
      name: 'end to end',
      command: 'playwright',
      args: ['test', '--project=demo'],
      report: `${reports}/e2e.json`,
      env: { MODELDECK_E2E_REPORT: `${reports}/e2e.json` },
    }),
  )
}
process.exitCode = conclude('test', outcomes)
