import { Data } from "effect"

/** One thing that is wrong with what we were given, and where it is. */
export interface FileFault {
  /** The file as the person named it, or a name for standard input. Absent for what was typed on the command line. */
  readonly file?: string
  /** Counted from 1, as an editor shows it. */
  readonly line?: number
  /** Counted from 1: the column of the table, or the character of a line of JSON. */
  readonly column?: number
  /** The name of the column, field or argument. */
  readonly field?: string
  /** A sentence that says what to do. It never repeats a cell: a name may have been put in the wrong one. */
  readonly message: string
}

/** `episodes.csv, line 3, column 9 (found_at): …` */
export const faultSentence = ({ file, line, column, field, message }: FileFault): string => {
  const place = [
    ...(file === undefined ? [] : [file]),
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(column === undefined ? [] : [field === undefined ? `column ${column}` : `column ${column} (${field})`]),
    ...(column !== undefined || field === undefined ? [] : [field])
  ]
  return place.length === 0 ? message : `${place.join(", ")}: ${message}`
}

/** What we were given cannot be used. Nothing was written. */
export class BadInput extends Data.TaggedError("BadInput")<{
  readonly faults: readonly [FileFault, ...ReadonlyArray<FileFault>]
  /** True when reading stopped before the end: there may be more faults than these. */
  readonly stoppedEarly?: boolean
}> {
  override get message(): string {
    const lines = this.faults.map(faultSentence)
    return [...lines, ...(this.stoppedEarly === true ? ["Stopped here: there may be more."] : [])].join("\n")
  }
}

export const badInput = (fault: FileFault): BadInput => new BadInput({ faults: [fault] })
