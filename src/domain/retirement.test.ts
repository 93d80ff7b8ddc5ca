import { describe, expect, it, test } from 'vitest'
import type { Retirement } from './retirement'
import { headerText, httpDate, isDay, mailtoUrl, requestsIn, retirementHeaders, retirementNotice, trafficWords } from './retirement'
import { dayMs } from './time'

const retirement: Retirement = {
  model: { source: 'mlflow', name: 'claim-fraud' },
  version: '9',
  at: Date.parse('2026-11-24T12:00:00.900Z'),
  reason: 'Replaced by a model that knows the new excess.',
  sunset: '2026-12-31',
  replacement: '13',
  pageUrl: 'https://deck.example/models/mlflow/claim-fraud/versions/9',
  successorUrl: 'https://api.example/claim-fraud/13',
  breaking: ['Input `region` (string) is new: callers who do not send it are refused.'],
}

describe('headers', () => {
  it('says since when, until when, and where to go', () => {
    expect(headerText(retirementHeaders(retirement))).toBe(
      [
        'Deprecation: @1795521600',
        'Sunset: Thu, 31 Dec 2026 23:59:59 GMT',
        'Link: <https://deck.example/models/mlflow/claim-fraud/versions/9>; rel="deprecation"; type="text/html", <https://api.example/claim-fraud/13>; rel="successor-version"',
      ].join('\n'),
    )
  })

  test.each<[string, Partial<Retirement>, string[]]>([
    ['no date', { sunset: null }, ['Deprecation', 'Link']],
    ['a date that is none', { sunset: '2026-02-31' }, ['Deprecation', 'Link']],
    ['no replacement', { successorUrl: null }, ['Deprecation', 'Sunset', 'Link']],
  ])('%s leaves its part out', (_, said, names) => {
    expect(retirementHeaders({ ...retirement, ...said }).map(({ name }) => name)).toEqual(names)
  })

  it('no address can end the header or its brackets', () => {
    const [, , link] = retirementHeaders({ ...retirement, successorUrl: 'https://a.example/> ;\r\nSet-Cookie: x=1' })
    expect(link?.value).not.toMatch(/[\r\n]/)
    expect(link?.value).toContain('<https://a.example/%3E%20;%0D%0ASet-Cookie:%20x=1>; rel="successor-version"')
  })

  it('dates as HTTP writes them', () => {
    expect(httpDate(Date.parse('1994-11-06T08:49:37Z'))).toBe('Sun, 06 Nov 1994 08:49:37 GMT')
  })
})

describe('notice', () => {
  it('tells what, why, until when, what instead, what breaks and where to read more', () => {
    const { subject, markdown } = retirementNotice(retirement)
    expect(subject).toBe('claim-fraud version 9 is deprecated: use it until 2026-12-31')
    expect(markdown).toBe(`# claim-fraud version 9 is deprecated

Replaced by a model that knows the new excess.

**It must not be used after 2026-12-31** (UTC).

Use [claim-fraud version 13](https://api.example/claim-fraud/13) instead.

What changes for callers:

- Input \`region\` (string) is new: callers who do not send it are refused.

Details: https://deck.example/models/mlflow/claim-fraud/versions/9
`)
  })

  it('says what is not decided yet', () => {
    const { markdown } = retirementNotice({ ...retirement, sunset: null, replacement: null, reason: ' ', breaking: [] })
    expect(markdown).toContain('No date is set yet on which it ends.')
    expect(markdown).toContain('No replacement is named yet.')
  })

  it('names a replacement of another model', () => {
    expect(retirementNotice({ ...retirement, replacement: 'fraud-2/4', successorUrl: null }).markdown).toContain('Use fraud-2 version 4 instead.')
  })

  it('travels in a mail as it is', () => {
    const url = new URL(mailtoUrl({ subject: 'A & B?', markdown: 'one\n# two' }))
    expect(url.protocol).toBe('mailto:')
    expect(url.searchParams.get('subject')).toBe('A & B?')
    expect(url.searchParams.get('body')).toBe('one\r\n# two')
  })
})

describe('traffic', () => {
  test.each([
    [{ rate: null, requests: null }, 'not known'],
    [{ rate: 0, requests: 0 }, 'no request'],
    [{ rate: 2, requests: 2 * 7 * 86_400 }, '1,209,600 requests (2/s)'],
    [{ rate: 1 / 604_800, requests: 1 }, '1 request (0.006/h)'],
    [{ rate: 0.0000001, requests: 0.06 }, 'less than one request (0.00036/h)'],
  ])('%j', (figure, words) => expect(trafficWords(figure)).toBe(words))

  it('not known stays not known', () => {
    expect(requestsIn(7 * dayMs, null)).toBeNull()
    expect(requestsIn(7 * dayMs, 0.5)).toBe(302_400)
  })
})

test.each([
  ['2026-12-31', true],
  ['2026-02-31', false],
  ['31.12.2026', false],
  ['', false],
])('%s is a day: %s', (text, is) => expect(isDay(text)).toBe(is))
