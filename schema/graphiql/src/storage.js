import { createLocalStorage } from "@graphiql/toolkit";

// GraphiQL keeps its tabs and its history in localStorage; a password or token typed into an editor stays out of it.
const PASSWORD = /(password"?\s*:\s*)("""[^]*?"""|"(?:[^"\\\n]|\\.)*"?)/gi;
const JSON_KEYS = new Set(["graphiql:tabState", "graphiql:queries", "graphiql:favorites"]);

export const storage = createLocalStorage({ namespace: "red-partners" });

const write = storage.setItem;
storage.setItem = (key, value) =>
  write(key, JSON_KEYS.has(key) ? JSON.stringify(JSON.parse(value, withoutSecrets)) : withoutPasswords(value));

function withoutSecrets(name, value) {
  if (name === "headers") return null;
  return typeof value === "string" ? withoutPasswords(value) : value;
}

function withoutPasswords(text) {
  return text.replace(PASSWORD, '$1""');
}
