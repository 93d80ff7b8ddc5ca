import { expect, it } from 'vitest'
import { createScrollGroup } from './scrollTogether'

function aBox(scrollLeft = 0) {
  const box = document.createElement('div')
  box.scrollLeft = scrollLeft
  return box
}

it('boxes go where one of them went; one that comes later starts there, one that left stays', () => {
  const group = createScrollGroup()
  const [first, second, third] = [aBox(), aBox(), aBox()]
  group.join(first)
  const leave = group.join(second)
  first.scrollLeft = 120
  group.follow(first)
  expect(second.scrollLeft).toBe(120)
  group.join(third)
  expect(third.scrollLeft).toBe(120)
  leave()
  first.scrollLeft = 0
  group.follow(first)
  expect([second.scrollLeft, third.scrollLeft]).toEqual([120, 0])
})
