import type {
  DeliveredMessage,
  ExplainedDeadlines,
  ExplainedTrigger,
  HappenedEvent,
  MomentExplanation
} from "../../api.ts"
import { Mrkdwn } from "../blocks/Mrkdwn.tsx"
import { londonDayAndTime } from "../clock/londonTime.ts"

/** Both deadlines and how they were counted, day by day. */
const DeadlinesExplained = ({ deadlines }: { readonly deadlines: ExplainedDeadlines }) => (
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

/** One trigger with its evidence and source, and whether chat says it. */
const TriggerExplained = ({ trigger }: { readonly trigger: ExplainedTrigger }) => (
  <li>
    <p>
      <strong>{trigger.title}</strong>
      {trigger.isNew && <span className="badge">new</span>}
    </p>
    <p>
      {trigger.level === "must" ? "Must: " : "To consider: "}
      {trigger.action} ({trigger.owner}).
    </p>
    <p>Because: {trigger.because}</p>
    {!trigger.isSaidInChat && (
      <p className="kept-from-chat">Kept out of chat: its heading alone would say something about the child.</p>
    )}
    <details>
      <summary>Evidence and source</summary>
      <ul className="happened-list">
        {trigger.evidence.map((date) => (
          <li key={date}>Last seen {date}</li>
        ))}
      </ul>
      <p className="quiet">
        {trigger.source}
        {trigger.isVerified ? "" : ". This is a working number that nobody has confirmed."}
      </p>
    </details>
  </li>
)

interface HappenedPanelProps {
  readonly happened: MomentExplanation
  /** Whether one message is explained, and not the latest that happened. */
  readonly isAboutMessage: boolean
  readonly onLatest: () => void
}

const OUTCOMES: Readonly<Record<DeliveredMessage["outcome"], string>> = {
  sent: "sent",
  waiting: "waiting: Slack has not taken it yet; it is tried again",
  superseded: "not sent",
  undelivered: "could not be sent; an administrator is told"
}

const at = (iso: string) => londonDayAndTime(Date.parse(iso))

const Events = ({ events }: { readonly events: ReadonlyArray<HappenedEvent> }) => (
  <ul className="happened-list">
    {events.map((event) => (
      <li key={event.id}>
        <Mrkdwn text={event.words} />
        <div className="quiet">
          <Mrkdwn text={`${at(event.at)}, by ${event.by}`} />
        </div>
      </li>
    ))}
  </ul>
)

/** What is behind a message: what was recorded, the deadlines it moved, the triggers it met, and who was told. */
export const HappenedPanel = ({ happened, isAboutMessage, onLatest }: HappenedPanelProps) => {
  const { title, why, events, noDeadlines, deadlines, triggers, delivered } = happened
  const fresh = events.filter(({ isNew }) => isNew)
  const earlier = events.filter(({ isNew }) => !isNew)
  return (
    <div className="happened">
      <div role="status">
        <h3>{title}</h3>
        <p>{why}</p>
      </div>
      {isAboutMessage && (
        <button type="button" className="button" onClick={onLatest}>
          Show the latest instead
        </button>
      )}
      {fresh.length > 0 && (
        <section>
          <h4>What was recorded</h4>
          <Events events={fresh} />
        </section>
      )}
      {(deadlines !== undefined || noDeadlines !== undefined) && (
        <section>
          <h4>Deadlines{deadlines?.isChanged === true ? ": changed by this" : ""}</h4>
          {noDeadlines !== undefined && <p>{noDeadlines}</p>}
          {deadlines !== undefined && <DeadlinesExplained deadlines={deadlines} />}
        </section>
      )}
      {triggers.length > 0 && (
        <section>
          <h4>Triggers</h4>
          <ul className="happened-list">
            {triggers.map((trigger) => (
              <TriggerExplained key={trigger.key} trigger={trigger} />
            ))}
          </ul>
        </section>
      )}
      {delivered.length > 0 && (
        <section>
          <h4>Who was told</h4>
          <ul className="happened-list">
            {delivered.map((message) => (
              <li key={message.key}>
                <p>
                  <strong>{message.what}</strong> to {message.to}
                </p>
                <p className="quiet">
                  {OUTCOMES[message.outcome]}, {at(message.at)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>Recorded before it ({earlier.length})</summary>
          <Events events={earlier} />
        </details>
      )}
    </div>
  )
}
