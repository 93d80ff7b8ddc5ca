import { describe, expect, test } from 'vitest'
import { parseFilter } from './mlflowFilter'

const summary = (filter: string) => parseFilter(filter).map(({ identifier, comparator, value }) => [identifier, comparator, value?.text])

describe('a filter', () => {
  test.each([
    ['', []],
    ["name='a'", [['name', '=', "'a'"]]],
    ['name = "a"', [['name', '=', '"a"']]],
    ["name  like\t'a%'", [['name', 'LIKE', "'a%'"]]],
    ["name='a' AND version_number >= 2", [['name', '=', "'a'"], ['version_number', '>=', '2']]],
    ["name IN ('a', 'b)')", [['name', 'IN', "('a', 'b)')"]]],
    ["run_id not in ('a') and name='b'", [['run_id', 'NOT IN', "('a')"], ['name', '=', "'b'"]]],
    ["tags.`odd key!` != 'it''s'", [['tags.`odd key!`', '!=', "'it''s'"]]],
    ['params.lr IS NULL AND tags.x IS NOT NULL', [['params.lr', 'IS NULL', undefined], ['tags.x', 'IS NOT NULL', undefined]]],
    ['metrics.`weighted avg_f1-score` > -1.5e3', [['metrics.`weighted avg_f1-score`', '>', '-1.5e3']]],
    ["name = '🚚 \"x\" & AND OR'", [['name', '=', "'🚚 \"x\" & AND OR'"]]],
    // The server takes a missing AND for one.
    ["name='a' name='b'", [['name', '=', "'a'"], ['name', '=', "'b'"]]],
  ])('%s', (filter, expected) => {
    expect(summary(filter)).toEqual(expected)
  })

  test.each([
    ['   ', "Invalid filter '   '. Could not be parsed."],
    ["name='a' OR name='b'", 'Invalid clause(s) in filter string: OR'],
    ["(name='a')", "Invalid clause(s) in filter string: (name='a')"],
    ['name=', 'Invalid clause(s) in filter string: name, ='],
    ["name='a';", 'Invalid clause(s) in filter string: ;'],
    ["name='a", "Invalid clause(s) in filter string: name, =, ', a"],
    ["name='a'; name='b'", "Search filter contained multiple expression \"name='a'; name='b'\". Provide AND-ed expression list."],
  ])('%s is refused', (filter, message) => {
    expect(() => parseFilter(filter)).toThrow(message)
  })
})
