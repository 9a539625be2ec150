import type { MessageContent } from "../../blocks/blocks.ts"
import { section } from "../../blocks/blocks.ts"

/** How to use a command; with what was most likely meant first, where a word was mistyped. */
export const helpOn = (command: string, help: string, meant: string | undefined): MessageContent => {
  const guess = meant === undefined ? undefined : `Did you mean \`${command} ${meant}\`? Nothing was done.`
  return {
    text: guess ?? `How to use ${command}`,
    blocks: [...(guess === undefined ? [] : [section(guess)]), section(help)]
  }
}
