export { handOver } from "./account.ts"
export { connectedAs, type FreshDatabase, freshDatabaseOn, named } from "./freshDatabase.ts"
export { type Lives, type PostgresServer, type ServerOptions, startPostgres } from "./server.ts"
export { askForPostgres } from "./sharedServer.ts"
