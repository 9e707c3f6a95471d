import { currentToken, leave } from "./session.js";

const REFUSED = "令牌无效或已过期，请重新登录 Invalid or expired token";
const UNANSWERED = "没有得到应答 No answer";

// Signing in and reading the schema are open to all: an expired token must not stand in their way.
const ANONYMOUS_OPERATIONS = new Set(["SignIn", "IntrospectionQuery"]);

export function createFetcher(endpoint) {
  return async (operation, { headers } = {}) => {
    const token = ANONYMOUS_OPERATIONS.has(operation.operationName) ? "" : currentToken();
    try {
      const response = await fetch(endpoint, {
        method: "POST",
        headers: { ...defaultHeaders(token), ...headers },
        body: JSON.stringify(operation),
      });
      if (response.status === 401 && token) leave(REFUSED);
      return await answer(response);
    } catch (error) {
      return failure(`${UNANSWERED}: ${error.message}`);
    }
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
    return failure(`HTTP ${response.status} ${text.slice(0, 500)}`);
  }
}

function failure(message) {
  return { errors: [{ message }] };
}
