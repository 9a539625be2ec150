import { type ReactNode, useId } from "react"
import { type Address, formatAddress, HOME, POLICE } from "../../address/address.ts"
import { isPolice, type Place } from "../../address/place.ts"
import type { ConversationSummary, Persona, Workspace } from "../../api.ts"
import { isUnread, type LastSeen } from "./lastSeen.ts"

interface PlaceListProps {
  readonly title: string
  readonly children: ReactNode
}

const PlaceList = ({ title, children }: PlaceListProps) => {
  const id = useId()
  return (
    <>
      <h2 id={id}>{title}</h2>
      <ul aria-labelledby={id}>{children}</ul>
    </>
  )
}

interface PlaceLinkProps {
  readonly address: Address
  /** A mark beside the name, for the eye only. */
  readonly sign: string
  readonly name: string
  readonly isHere: boolean
  readonly isUnread?: boolean
  readonly onGo: (address: Address) => void
}

/** A real link, so that a place can be opened in another tab; followed without loading the page again. */
const PlaceLink = ({ address, sign, name, isHere, isUnread = false, onGo }: PlaceLinkProps) => (
  <li>
    <a
      href={formatAddress(address)}
      className={isUnread ? "place place-unread" : "place"}
      aria-current={isHere ? "page" : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onGo(address)
      }}
    >
      <span className="place-sign" aria-hidden="true">
        {sign}
      </span>
      <span className="place-name">{name}</span>
      {isUnread && <span className="badge">new</span>}
    </a>
  </li>
)

interface PersonaSwitcherProps {
  readonly personas: ReadonlyArray<Persona>
  readonly me: Persona
  readonly onSwitch: (id: string) => void
}

export const PersonaSwitcher = ({ personas, me, onSwitch }: PersonaSwitcherProps) => {
  const id = useId()
  return (
    <div className="persona">
      <label htmlFor={id}>Acting as</label>
      <select id={id} aria-describedby={`${id}-hint`} value={me.id} onChange={({ target }) => onSwitch(target.value)}>
        {personas.map((persona) => (
          <option key={persona.id} value={persona.id}>
            {persona.name}, {persona.role}
          </option>
        ))}
      </select>
      {/* Said beforehand, because choosing changes the whole page at once. */}
      <span className="visually-hidden" id={`${id}-hint`}>
        The page shows what this person sees as soon as you choose.
      </span>
    </div>
  )
}

interface SidebarProps {
  readonly workspace: Workspace
  readonly place: Place
  readonly lastSeen: LastSeen | undefined
  readonly isOpen: boolean
  readonly onGo: (address: Address) => void
}

export const Sidebar = ({ workspace, place, lastSeen, isOpen, onGo }: SidebarProps) => {
  const { me, conversations, authority, inboxes, personas } = workspace
  const isNew = (persona: string, conversation: ConversationSummary) =>
    lastSeen !== undefined && isUnread(lastSeen, persona, conversation)
  const forOthers = inboxes.filter(({ persona, conversation }) => persona !== me.id && isNew(persona, conversation))
  const news = conversations.filter((conversation) => place.id !== conversation.id && isNew(me.id, conversation))
  const links = (kind: "channel" | "dm") =>
    conversations
      .filter((summary) => summary.kind === kind)
      .map((summary) => (
        <PlaceLink
          key={summary.id}
          address={{ as: me.id, in: summary.id }}
          sign={kind === "channel" ? "#" : "•"}
          name={summary.name}
          isHere={place.id === summary.id}
          isUnread={isNew(me.id, summary)}
          onGo={onGo}
        />
      ))

  return (
    <div id="sidebar" className={isOpen ? "sidebar sidebar-open" : "sidebar"}>
      <nav aria-label="Conversations">
        <p className="sidebar-title">
          Safe Return
          <span className="sidebar-authority">{authority}</span>
        </p>
        <PlaceList title="Channels">{links("channel")}</PlaceList>
        <PlaceList title="Direct messages">{links("dm")}</PlaceList>
        <PlaceList title="App">
          <PlaceLink
            address={{ as: me.id, in: HOME }}
            sign="⌂"
            name="App Home"
            isHere={place.kind === "home"}
            onGo={onGo}
          />
          {isPolice(me) && (
            <PlaceLink
              address={{ as: me.id, in: POLICE }}
              sign="✎"
              name="Police and MASH"
              isHere={place.kind === "police"}
              onGo={onGo}
            />
          )}
        </PlaceList>
        {forOthers.length > 0 && (
          <PlaceList title="New for others">
            {forOthers.map(({ persona, conversation }) => (
              <PlaceLink
                key={persona}
                address={{ as: persona, in: conversation.id }}
                sign="•"
                name={personas.find(({ id }) => id === persona)?.name ?? persona}
                isHere={false}
                isUnread
                onGo={onGo}
              />
            ))}
          </PlaceList>
        )}
      </nav>
      <p className="visually-hidden" role="status">
        {news.length === 0 ? "" : `New messages in ${news.map(({ name }) => name).join(", ")}`}
      </p>
    </div>
  )
}
