/** The command line of a test that is a command: its options, `--help`, and exit status 2 with a sentence when it is wrong. */
import { type ParseArgsConfig, parseArgs } from "node:util"

export const readCommandLine = <const Options extends NonNullable<ParseArgsConfig["options"]>>(
  usage: string,
  options: Options
) => {
  const wrong = (sentence: string): never => {
    process.stderr.write(`${sentence}\n\n${usage}`)
    process.exit(2)
  }
  const asked = () => {
    try {
      return parseArgs({ options }).values
    } catch (cause) {
      return wrong(cause instanceof Error ? cause.message : String(cause))
    }
  }
  const numberFrom = (name: string, text: string, isRight: (value: number) => boolean, what: string): number => {
    const value = Number(text)
    return text.trim() !== "" && isRight(value) ? value : wrong(`--${name} takes ${what}, not “${text}”.`)
  }
  const values = asked()
  if ("help" in values && values.help === true) {
    process.stdout.write(usage)
    process.exit(0)
  }
  return { values, numberFrom, wrong }
}
