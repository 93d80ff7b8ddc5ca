import type { Condition } from './mlflowConditions'

const tag = 'mlflow.prompt.is_prompt'

function isAboutPrompts({ type, key }: Condition): boolean {
  return type === 'tag' && key === tag
}

/**
 * Prompts share the registry's tables: searches leave them out unless the filter asks for them.
 * A filter that asks for no prompts, as MLflow's own client always sends it, is met by what has no such tag.
 */
export function withoutPrompts<T>(
  items: readonly T[],
  filter: readonly Condition[],
  owner: (item: T) => { tags: ReadonlyMap<string, string> },
): { items: readonly T[]; filter: readonly Condition[] } {
  const asked = filter.find(isAboutPrompts)
  const value = String(asked?.value).toLowerCase()
  if ((asked?.comparator === '=' && value === 'true') || (asked?.comparator === '!=' && value === 'false')) return { items, filter }
  return { items: items.filter((item) => owner(item).tags.get(tag) !== 'true'), filter: filter.filter((condition) => !isAboutPrompts(condition)) }
}
