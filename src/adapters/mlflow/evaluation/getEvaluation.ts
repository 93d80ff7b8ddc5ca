import type { Evaluation, Folds } from '@/domain/evaluation/evaluation'
import type { Problem } from '@/domain/problem'
import type { Run } from '@/domain/run'
import { runIdOf, type ModelVersion } from '@/domain/version'
import { mapLimited } from '@/adapters/mlflow/concurrency'
import type { Connection } from '@/adapters/mlflow/connection'
import type { Runs } from '@/adapters/mlflow/runs'
import { confusionOfMetrics, readConfusion } from './confusion'
import { readCalibration, readPrecisionRecall, readRoc } from './curves'
import { findFiles, readFile, type ReadFile } from './files'
import { foldsOfMetrics, foldsOfRuns, readFoldTable, readSearchResults } from './folds'
import { isData, isOnTraining, isPicture, kindOf, pictureTitle, slicedBy, type EvaluationKind } from './kinds'
import { nestedRuns } from './nestedRuns'
import { readReport, readSlices } from './slices'

/** Files that are read for one version; more are left to the list of artifacts. */
const mostFiles = 24

/** What the version and its run keep of the evaluation: docs/evaluation.md names the files and their forms. */
export async function getEvaluation(connection: Connection, version: ModelVersion, runs: Runs, signal?: AbortSignal): Promise<Evaluation> {
  const id = runIdOf(version)
  const [files, logged] = await Promise.all([
    findFiles(connection, version, signal),
    id === null ? new Map<string, Run>() : runs.get([id], signal),
  ])
  const run = (id === null ? undefined : logged.get(id)) ?? null
  const data = files.filter(isData)
  const read = await mapLimited(data.slice(0, mostFiles), 4, (path) => readFile(connection, version, path, signal))
  const problems: Problem[] = read.flatMap((file) => ('problem' in file ? file.problem : []))
  if (data.length > mostFiles) problems.push({ field: 'artifacts', message: `Only ${mostFiles} of ${data.length} files of the evaluation were read.` })

  /** The first file of a kind that can be understood; the others of it are named as problems only where none could. */
  const first = <T>(kind: EvaluationKind, parse: (origin: string, content: unknown) => T | null): T | null => {
    const candidates = ofKind(read, kind)
    for (const { path, content } of candidates) {
      const found = parse(path, content)
      if (found !== null) return found
    }
    problems.push(...candidates.map(({ path }) => ({ field: path, message: 'Its content has none of the known forms (docs/evaluation.md).' })))
    return null
  }
  const confusion = first('confusion', readConfusion) ?? (run && confusionOfMetrics(run.metrics))
  const folds = first('folds', readFoldTable) ?? first('search', readSearchResults) ?? (run && foldsOfMetrics(run.metrics))
  return {
    confusion,
    roc: first('roc', several(readRoc)) ?? [],
    precisionRecall: first('precision-recall', several(readPrecisionRecall)) ?? [],
    calibration: first('calibration', readCalibration),
    slices: slicesOf(read, problems),
    folds: folds ?? (await nestedFolds(connection, run, signal)),
    pictures: files.filter(isPicture).map((path) => ({ path, title: pictureTitle(path), onTraining: isOnTraining(path) })),
    problems,
  }
}

/** A parser that gives none where there is nothing, as those of single parts do. */
function several<T>(parse: (origin: string, content: unknown) => readonly T[]) {
  return (origin: string, content: unknown) => {
    const found = parse(origin, content)
    return found.length === 0 ? null : found
  }
}

function ofKind(read: readonly ReadFile[], kind: EvaluationKind): readonly { path: string; content: unknown }[] {
  return read.flatMap((file) => ('content' in file && kindOf(file.path) === kind ? file : []))
}

/** Every table of parts: by region, by channel, by class. */
function slicesOf(read: readonly ReadFile[], problems: Problem[]) {
  const reports = ofKind(read, 'report').map(({ path, content }) => ({ path, table: readReport(path, content) }))
  const slices = ofKind(read, 'slices').map(({ path, content }) => ({ path, table: readSlices(path, content, slicedBy(path)) }))
  return [...slices, ...reports].flatMap(({ path, table }) => {
    if (table === null) problems.push({ field: path, message: 'Its content has none of the known forms (docs/evaluation.md).' })
    return table ?? []
  })
}

async function nestedFolds(connection: Connection, run: Run | null, signal?: AbortSignal): Promise<Folds | null> {
  return run === null ? null : foldsOfRuns(await nestedRuns(connection, run, signal))
}
