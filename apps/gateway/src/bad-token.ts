/** The header `www-authenticate` of an answer to a token that stands for nobody (RFC 6750, section 3). */
export const badTokenChallenge = 'Bearer error="invalid_token"';
