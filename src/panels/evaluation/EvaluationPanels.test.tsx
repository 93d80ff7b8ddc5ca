import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const wait = { timeout: 30_000 }
const slow = 40_000

const region = (name: RegExp) => screen.findByRole('region', { name }, wait)

/** Replaces what the run behind a version keeps. */
function keep(model: string, version: number, files: Readonly<Record<string, string>>): void {
  const runId = demo.world.registry.models.get(model)?.versions.get(version)?.runId ?? ''
  const run = demo.world.registry.runs.get(runId)
  if (run === undefined) throw new Error(`${model} ${version} has no run`)
  run.files = () => new Map(Object.entries(files))
}

describe('the evaluation of a version', () => {
  it('has its confusion matrix with shares, recall and precision', async () => {
    renderPage('/models/mlflow/claim-fraud/versions/13', demo)
    const matrix = await screen.findByRole('table', { name: 'Confusion matrix' }, wait)
    expect(within(matrix).getByRole('row', { name: /^fraud/ })).toHaveTextContent(/fraud419.*9\.7 %3.901.*90 %0\.903n = 4.320/)
    expect(within(matrix).getByRole('row', { name: /^Precision/ })).toHaveTextContent(/0\.979.*0\.940/)
    await waitFor(async () => expect(await region(/^Confusion matrix/)).toHaveTextContent('From confusion_matrix.json of the run.'), wait)
  }, slow)

  it('moves one threshold along both curves, and says what it would do', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/claim-fraud/versions/13', demo)
    const panel = await region(/^Threshold/)
    const slider = await within(panel).findByRole('slider', { name: /^Threshold/ }, wait)
    expect(slider).toHaveValue('0.5')
    expect(panel).toHaveTextContent(/Of 4.320 positives 3.901 are found and 419 missed/)
    const roc = within(panel).getByRole('figure', { name: 'ROC curve' })
    expect(roc).toHaveTextContent(/At threshold 0\.50: true positive rate 0\.903/)
    fireEvent.change(slider, { target: { value: '0.9' } })
    expect(roc).toHaveTextContent(/At threshold 0\.90: true positive rate 0\.[78]/)
    expect(within(panel).getByRole('figure', { name: 'Precision-recall curve' })).toHaveTextContent(/At threshold 0\.90: precision 0\.98/)
    await user.click(within(panel).getByRole('button', { name: /^Best F1 at 0\.\d\d/ }))
    expect(slider).not.toHaveValue('0.9')
    await user.click(within(panel).getByRole('button', { name: 'Show as table' }))
    expect(within(within(panel).getByRole('table', { name: 'Threshold' })).getAllByRole('row')).toHaveLength(22)
  }, slow)

  it('has calibration, slices with the weakest marked, folds with mean and deviation, and saved charts', async () => {
    renderPage('/models/mlflow/claim-fraud/versions/13', demo)
    await waitFor(async () => expect(await screen.findByRole('figure', { name: 'Calibration' }, wait)).toHaveTextContent(/Predicted 0\.\d+, observed 0\.\d+/), wait)
    await waitFor(async () => expect(await region(/^Calibration/)).toHaveTextContent(/Expected calibration error 0\.0\d+/), wait)
    const slices = screen.getByRole('table', { name: 'By region' })
    expect(within(slices).getByRole('row', { name: /^abroad/ })).toHaveTextContent(/480.*weakest.*weakest.*weakest/)
    const folds = screen.getByRole('table', { name: 'Cross-validation' })
    expect(within(folds).getByRole('row', { name: /^f1/ })).toHaveTextContent(/f10\.9\d\d± 0\.0\d\d/)
    expect(within(folds).getByRole('row', { name: /^f1/ })).toHaveTextContent(/fold 1: 0\.9\d+, fold 2: .*fold 5: /)
    expect(within(await region(/^Saved charts/)).getByText('Feature importance')).toBeInTheDocument()
  }, slow)

  it('is a regression’s own: slices and folds, and no word of matrices', async () => {
    renderPage('/models/mlflow/freight-price/versions/18', demo)
    await waitFor(async () => expect(await screen.findByRole('table', { name: 'By region' }, wait)).toHaveTextContent('mae'), wait)
    expect(screen.queryByRole('table', { name: 'Confusion matrix' })).not.toBeInTheDocument()
    expect(screen.queryByText(/^Not kept with the run/)).not.toBeInTheDocument()
  }, slow)

  it('says what is not kept, and which files would be read', async () => {
    keep('claim-fraud', 13, { 'confusion_matrix.json': '[[5,1],[2,4]]' })
    renderPage('/models/mlflow/claim-fraud/versions/13', demo)
    expect(await screen.findByText(/^Not kept with the run: ROC curve \(roc_curve\.json\), precision and recall/, {}, wait)).toBeInTheDocument()
  }, slow)

  it('is empty in words where the run keeps nothing', async () => {
    keep('claim-fraud', 13, { 'notes.txt': 'x' })
    renderPage('/models/mlflow/claim-fraud/versions/13', demo)
    await within(await region(/^Evaluation/)).findByText('Nothing here yet', {}, wait)
    await waitFor(async () => expect(await region(/^Evaluation/)).toHaveTextContent(/mlflow\.models\.evaluate, or files such as confusion_matrix\.json/), wait)
  }, slow)

  it('names the file that cannot be read and shows the others; hostile names are text', async () => {
    keep('claim-fraud', 13, {
      'roc_curve.json': '{"fpr": "<script>"}',
      'metrics_by_region.json': JSON.stringify({ columns: ['region', 'f1'], data: [['<img src=x onerror=alert(1)>', 0.5], ['b', 0.9]] }),
    })
    renderPage('/models/mlflow/claim-fraud/versions/13', demo)
    expect(await screen.findByText('@run/roc_curve.json', {}, wait)).toBeInTheDocument()
    expect(await screen.findByRole('rowheader', { name: '<img src=x onerror=alert(1)>' }, wait)).toBeInTheDocument()
    expect(document.querySelector('main img')).toBeNull()
  }, slow)

  it('fails in words when the registry is down, and comes back by Retry', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/claim-fraud/quality?evaluated=11', demo)
    expect(await screen.findByRole('heading', { name: 'Evaluation of v11' }, wait)).toBeInTheDocument()
    await screen.findByRole('table', { name: 'Confusion matrix' }, wait)
    demo.setFault('mlflow', 'malformed')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Version of the evaluation' }), 'v10')
    const panel = await region(/^Evaluation/)
    expect(await within(panel).findByText(/^Failed/, {}, wait)).toBeInTheDocument()
    demo.setFault('mlflow', null)
    await user.click(within(panel).getByRole('button', { name: 'Retry' }))
    expect(await screen.findByRole('table', { name: 'Confusion matrix' }, wait)).toBeInTheDocument()
  }, slow)
})
