/** A sample of a line, for legends. Decorative. */
export function LineMark({ color, dash, width }: { color: string; dash: string | undefined; width: number }) {
  return (
    <svg width={18} height={8} aria-hidden focusable="false">
      <line x1={1} x2={17} y1={4} y2={4} stroke={color} strokeWidth={width} strokeDasharray={dash} />
    </svg>
  )
}
