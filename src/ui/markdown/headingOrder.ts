/** As much of a hast node as this needs: https://github.com/syntax-tree/hast */
interface HtmlNode {
  type: string
  tagName?: string
  children?: HtmlNode[]
}

/**
 * A rehype plugin that puts the headings of a text below those of the page, whatever levels its author used:
 * the outermost become `to`, none is more than one level below the one before it, none deeper than the sixth.
 */
export function headingOrder(to: number): () => (tree: HtmlNode) => void {
  return () => (tree) => {
    const above: number[] = []
    for (const heading of headingsOf(tree)) {
      const own = Number(heading.tagName?.slice(1))
      while ((above.at(-1) ?? 0) >= own) above.pop()
      heading.tagName = `h${Math.min(6, to + above.length)}`
      above.push(own)
    }
  }
}

function headingsOf(node: HtmlNode): readonly HtmlNode[] {
  const below = (node.children ?? []).flatMap(headingsOf)
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName ?? '') ? [node, ...below] : below
}
