import type { Condition } from './mlflowConditions'

const tag = 'mlflow.prompt.is_prompt'

/** Prompts share the registry's tables: searches leave them out unless the filter asks for them. */
export function withoutPrompts<T>(items: readonly T[], filter: readonly Condition[], owner: (item: T) => { tags: ReadonlyMap<string, string> }): readonly T[] {
  const asked = filter.some(
    ({ type, key, comparator, value }) =>
      type === 'tag' && key === tag && ((comparator === '=' && value === 'true') || (comparator === '!=' && value === 'false')),
  )
  return asked ? items : items.filter((item) => owner(item).tags.get(tag) !== 'true')
}
