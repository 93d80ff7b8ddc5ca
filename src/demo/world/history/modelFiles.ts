import { type Flavor, type ModelSpec } from '@/demo/world/catalog/modelSpec'
import { type Column, inputColumns, outputColumns } from './signatureColumns'

const libraries: Readonly<Record<Flavor, readonly string[]>> = {
  sklearn: ['scikit-learn==1.7.2', 'scipy==1.16.3'],
  xgboost: ['xgboost==3.1.1', 'scikit-learn==1.7.2'],
  lightgbm: ['lightgbm==4.6.0', 'scikit-learn==1.7.2'],
  pytorch: ['torch==2.9.1', 'torchvision==0.24.1'],
  transformers: ['transformers==4.57.1', 'torch==2.9.1', 'accelerate==1.11.0'],
}
const modelFile: Readonly<Record<Flavor, string>> = {
  sklearn: 'model.skops',
  xgboost: 'model.ubj',
  lightgbm: 'model.lgb',
  pytorch: 'data/model.pth',
  transformers: 'model/config.json',
}

export interface ModelFileFacts {
  version: number
  runId: string
  /** `null` before MLflow 3. */
  modelId: string | null
  artifactUri: string
  savedAt: number
}

/** The files that `log_model` writes beside the weights; texts that a person may want to read. */
export function modelFiles(spec: ModelSpec, facts: ModelFileFacts): ReadonlyMap<string, string> {
  const requirements = [`mlflow==${facts.modelId === null ? '2.22.0' : '3.17.2'}`, ...libraries[spec.flavor], 'pandas==2.3.3', 'numpy==2.3.4']
  const example = inputColumns(spec, facts.version)
  return new Map([
    ['MLmodel', mlmodelText(spec, facts)],
    ['conda.yaml', `channels:\n- conda-forge\ndependencies:\n- python=3.11.9\n- pip<=25.2\n- pip:\n${requirements.map((r) => `  - ${r}`).join('\n')}\nname: mlflow-env\n`],
    ['input_example.json', JSON.stringify({ columns: example.map((c) => c.name), data: [example.map((c) => exampleValue(c.type))] })],
    [modelFile[spec.flavor], spec.flavor === 'transformers' ? '{"architectures": ["XLMRobertaForSequenceClassification"]}' : `binary of ${spec.name} ${facts.version}`],
    ['python_env.yaml', 'python: 3.11.9\nbuild_dependencies:\n- pip==25.2\n- setuptools==80.9.0\n- wheel==0.45.1\ndependencies:\n- -r requirements.txt\n'],
    ['requirements.txt', requirements.join('\n')],
  ])
}

/** `MLmodel` as PyYAML writes it: the signature is JSON inside single-quoted scalars. */
function mlmodelText(spec: ModelSpec, facts: ModelFileFacts): string {
  const flavor = spec.flavor
  return [
    `artifact_path: ${facts.modelId === null ? 'model' : facts.artifactUri}`,
    'flavors:',
    '  python_function:',
    '    env:',
    '      conda: conda.yaml',
    '      virtualenv: python_env.yaml',
    `    loader_module: mlflow.${flavor}`,
    `    model_path: ${modelFile[flavor]}`,
    '    python_version: 3.11.9',
    `  ${flavor}:`,
    '    code: null',
    'is_signature_from_type_hint: false',
    `mlflow_version: ${facts.modelId === null ? '2.22.0' : '3.17.2'}`,
    ...(facts.modelId === null ? [] : [`model_id: ${facts.modelId}`]),
    `model_uuid: ${facts.modelId ?? facts.runId}`,
    `run_id: ${facts.runId}`,
    'signature:',
    `  inputs: ${schema(inputColumns(spec, facts.version))}`,
    `  outputs: ${schema(outputColumns(spec))}`,
    '  params: null',
    'type_hint_from_example: false',
    `utc_time_created: '${new Date(facts.savedAt).toISOString().replace('T', ' ').replace('Z', '')}000'`,
    '',
  ].join('\n')
}

function schema(columns: readonly Column[]): string {
  const fields = columns.map((c) => `{"type": "${c.type}", "name": ${JSON.stringify(c.name)}, "required": ${c.required}}`)
  return quoted(`[${fields.join(', ')}]`)
}

/** A YAML single-quoted scalar, folded at spaces like PyYAML does past 80 columns. */
function quoted(text: string): string {
  const lines: string[] = []
  let line = '  inputs:'
  for (const word of `'${text.replaceAll("'", "''")}'`.split(' ')) {
    if (line.length + word.length + 1 > 80 && line.trim() !== '') {
      lines.push(line)
      line = `    ${word}`
    } else line = `${line} ${word}`
  }
  lines.push(line)
  return lines.join('\n').slice('  inputs: '.length)
}

function exampleValue(type: string): string | number | boolean {
  switch (type) {
    case 'string':
      return 'DE-21'
    case 'boolean':
      return false
    case 'datetime':
      return '2026-03-02T08:15:00'
    case 'long':
      return 3
    default:
      return 1840.5
  }
}
