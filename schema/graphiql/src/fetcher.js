import { currentToken, leave } from "./session.js";

const EXPIRED = "登录已失效，请重新登录 Session expired, please sign in again";

// Signing in and reading the schema are open to all: an expired token must not stand in their way.
const ANONYMOUS_OPERATIONS = new Set(["SignIn", "IntrospectionQuery"]);

export function createFetcher(endpoint) {
  return async (operation, { headers } = {}) => {
    const token = ANONYMOUS_OPERATIONS.has(operation.operationName) ? "" : currentToken();
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { ...defaultHeaders(token), ...headers },
      body: JSON.stringify(operation),
    });
    if (response.status === 401 && token) leave(EXPIRED);
    return answer(response);
  };
}

function defaultHeaders(token) {
  const authorization = token ? { Authorization: `Bearer ${token}` } : {};
  return { "Content-Type": "application/json", Accept: "application/json", ...authorization };
}

async function answer(response) {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return { errors: [{ message: `HTTP ${response.status} ${text.slice(0, 500)}` }] };
  }
}
