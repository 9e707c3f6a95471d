import { useSyncExternalStore } from "react";

// sessionStorage ends with the browser's tab, and no other tab reads it.
const KEY = "red-partners:session";
const ANONYMOUS = { token: "", account: null, notice: "" };

const listeners = new Set();
let current = JSON.parse(sessionStorage.getItem(KEY)) ?? ANONYMOUS;

export function currentToken() {
  return current.token;
}

export function enter(token, account = null) {
  replace({ ...ANONYMOUS, token, account });
}

export function leave(notice = "") {
  replace({ ...ANONYMOUS, notice });
}

export function useSession() {
  return useSyncExternalStore(subscribe, () => current);
}

function replace(session) {
  current = session;
  sessionStorage.setItem(KEY, JSON.stringify(session));
  listeners.forEach((listener) => listener());
}

function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
