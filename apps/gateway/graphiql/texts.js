/** What the page says around GraphiQL, which itself speaks English only. */
export const texts = {
  vi: {
    language: 'Ngôn ngữ',
    documentation: 'tài liệu và thông báo lỗi bằng tiếng Việt',
    person: 'Đăng nhập thử với vai',
    choose: '— chọn người —',
    username: 'Tên đăng nhập',
    password: 'Mật khẩu',
    signIn: 'Đăng nhập',
    signOut: 'Đăng xuất',
    signedInAs: 'Đã đăng nhập:',
    anonymous: 'Chưa đăng nhập',
    failed: 'Không đăng nhập được',
  },
  en: {
    language: 'Language',
    documentation: 'documentation and error messages in English',
    person: 'Sign in as',
    choose: '— choose a person —',
    username: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signedInAs: 'Signed in:',
    anonymous: 'Not signed in',
    failed: 'Sign-in failed',
  },
};

/** The language of the last visit, else the browser's, else Vietnamese. */
export function firstLocale() {
  const kept = localStorage.getItem('phoihop:locale');
  if (kept in texts) return kept;
  return navigator.language?.startsWith('en') ? 'en' : 'vi';
}
