export { handOver } from "./account.ts"
export { connectedAs, type FreshDatabase, freshDatabaseOn, named } from "./freshDatabase.ts"
export { type Lives, type PostgresServer, type ServerOptions, startPostgres, WITH_PASSWORD } from "./server.ts"
export { askForPostgres } from "./sharedServer.ts"
