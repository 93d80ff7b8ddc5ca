import { connect } from 'node:net'

/** A Redis command in RESP: https://redis.io/docs/latest/develop/reference/protocol-spec/ */
function encode(command: readonly string[]): string {
  return `*${command.length}\r\n${command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`
}

/**
 * Sends commands as one transaction, so that nobody counts half of them, and waits for the answer.
 * @throws Error with Redis's words when it refuses
 */
export async function transact(url: string, commands: readonly (readonly string[])[]): Promise<void> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const text = await new Promise<string>((resolve, reject) => {
    let answer = ''
    socket.once('error', reject)
    socket.setEncoding('utf8').on('data', (part: string) => {
      answer += part
      if (answer.startsWith('-') || answer.includes('\r\n-')) reject(new Error(answer.trim()))
      // The answer of QUIT comes last.
      if (answer.endsWith('\r\n+OK\r\n') && answer.includes(`*${commands.length}\r\n`)) resolve(answer)
    })
    socket.write([['MULTI'], ...commands, ['EXEC'], ['QUIT']].map(encode).join(''))
  }).finally(() => socket.destroy())
  if (!text.startsWith('+OK')) throw new Error(text)
}

/** Looks up a key that is there `hits` times, and one that is not `misses` times. */
export async function lookUp(url: string, hits: number, misses: number): Promise<void> {
  await transact(url, [
    ['SET', 'feature', '1'],
    ...Array.from({ length: hits }, () => ['GET', 'feature']),
    ...Array.from({ length: misses }, () => ['GET', 'absent']),
  ])
}
