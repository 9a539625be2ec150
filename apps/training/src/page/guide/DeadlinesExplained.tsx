import type { ExplainedDeadlines } from "../../api.ts"

/** Both deadlines and how they were counted, day by day. */
export const DeadlinesExplained = ({ deadlines }: { readonly deadlines: ExplainedDeadlines }) => (
  <>
    {deadlines.before.length > 0 && <p>Before: {deadlines.before.join("; ")}.</p>}
    <p>{deadlines.startedBy}</p>
    <p>
      <strong>{deadlines.hours72}</strong>
      <br />
      <span className="quiet">Elapsed time: nights, weekends and clock changes included.</span>
    </p>
    <p>
      <strong>{deadlines.workingDays}</strong>
    </p>
    <ul className="counted-days">
      {deadlines.days.map(({ day, words, isCounted }) => (
        <li key={day} className={isCounted ? "counted-day" : "counted-day quiet"}>
          {day}: {words}
        </li>
      ))}
    </ul>
    {deadlines.caveats.map((caveat) => (
      <p key={caveat}>{caveat}</p>
    ))}
    <details>
      <summary>Where these rules come from</summary>
      <ul className="happened-list">
        {deadlines.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </details>
  </>
)
