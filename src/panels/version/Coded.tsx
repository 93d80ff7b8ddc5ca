/** A sentence of the domain in which names stand between backticks. */
export function Coded({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one sentence never move
    index % 2 === 1 ? <code key={index}>{part}</code> : part,
  )
}
