import { useId, useState } from "react"
import { londonClockTime, londonDayAndTime, momentsOf } from "../clock/londonTime.ts"

interface DateTimeFieldProps {
  readonly id: string
  readonly "aria-label"?: string
  readonly "aria-describedby"?: string
  readonly "aria-invalid"?: boolean
  readonly "aria-required"?: boolean
  /** Epoch milliseconds. */
  readonly moment: number | null
  readonly onMoment: (ms: number | null) => void
}

/** A date and time read on a London clock and said in full: the browser's own field knows no zone. */
export const DateTimeField = ({ moment, onMoment, ...aria }: DateTimeFieldProps) => {
  const [clockTime, setClockTime] = useState(moment === null ? "" : londonClockTime(moment))
  const [followed, setFollowed] = useState(moment)
  const id = useId()
  const moments = momentsOf(clockTime)
  const isSkipped = clockTime !== "" && moments.length === 0

  // A time given from outside (training time going on, say) is followed; what is being typed is left alone.
  if (moment !== followed) {
    setFollowed(moment)
    if (moment !== null && londonClockTime(moment) !== clockTime) setClockTime(londonClockTime(moment))
  }

  const onTyped = (typed: string) => {
    setClockTime(typed)
    onMoment(momentsOf(typed)[0] ?? null)
  }

  return (
    <div className="date-time">
      <input
        {...aria}
        type="datetime-local"
        value={clockTime}
        aria-describedby={[aria["aria-describedby"], id].filter((part) => part !== undefined).join(" ")}
        onChange={({ target }) => onTyped(target.value)}
      />
      <p className="date-time-said" id={id}>
        {isSkipped
          ? "There was no such time in London: the clocks went forward over it."
          : moment === null
            ? "London time"
            : `${londonDayAndTime(moment)}, London time`}
      </p>
      {moments.length === 2 && (
        <fieldset className="choices">
          <legend className="hint">The clocks went back that night. Which of the two?</legend>
          {moments.map((ms, index) => (
            <label key={ms} className="choice">
              <input type="radio" name={`${id}-which`} checked={moment === ms} onChange={() => onMoment(ms)} />
              <span>{index === 0 ? "The first, summer time" : "The second, an hour later"}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
