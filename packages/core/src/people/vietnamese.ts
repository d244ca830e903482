/** Vietnamese descriptions of people, accounts, roles and signing in, by schema coordinate. */
export const peopleVietnamese: Readonly<Record<string, string>> = {
  Person:
    'Một người làm việc cho Mặt trận hoặc cơ quan phối hợp. Dữ liệu cá nhân: chỉ chính người đó và người có quyền xem dữ liệu cá nhân của đơn vị được xem.',
  'Person.fullName': 'Họ, tên đệm và tên.',
  'Person.phone': 'Số điện thoại công vụ; null khi không có.',
  'Person.email': 'Địa chỉ thư điện tử công vụ; null khi không có.',
  'Person.unit':
    'Đơn vị quản lý hồ sơ: quản trị của đơn vị này chịu trách nhiệm. Vai trò ở nơi khác không làm thay đổi.',
  'Person.demo': 'Người được đặt ra để minh họa hay không.',
  'Person.users': 'Các tài khoản của người này; thường chỉ có một.',
  User: 'Một tài khoản để đăng nhập. Ai xem được người thì xem được tài khoản của người đó.',
  'User.username': 'Tên đăng nhập; không phân biệt chữ hoa, dấu chấm và gạch nối.',
  'User.person': 'Tài khoản này của ai.',
  'User.disabledAt': 'Thời điểm tài khoản bị khóa; null khi còn dùng được.',
  'User.assignments': 'Các vai trò mà tài khoản đang, đã hoặc sẽ giữ.',
  Role: 'Một vai trò có thể phân công. Vai trò được làm gì xem trong bảng phân quyền của tài liệu.',
  'Role.code': 'Tên cố định dành cho máy: "commune-clerk".',
  'Role.title': 'Tên gọi của vai trò, theo ngôn ngữ của người hỏi.',
  Assignment:
    'Một người giữ một vai trò đối với một đơn vị hoặc nhóm đơn vị và một số chương trình, trong một thời gian. Quyền là của các phân công có hiệu lực vào ngày nghiệp vụ.',
  'Assignment.user': 'Tài khoản giữ vai trò.',
  'Assignment.role': 'Vai trò nào.',
  'Assignment.organization': 'Giữ vai trò thay mặt tổ chức nào; null khi không thay mặt tổ chức nào.',
  'Assignment.unit': 'Giữ vai trò đối với đơn vị nào; null khi đối với một nhóm.',
  'Assignment.group':
    'Giữ vai trò đối với các thành viên của nhóm nào vào ngày nghiệp vụ; null khi đối với một đơn vị.',
  'Assignment.reach': 'Có bao gồm các đơn vị bên dưới hay không.',
  'Assignment.programs':
    'Mã các chương trình được giới hạn, như "PRG-27"; null khi là mọi chương trình, hoặc xem organizationPrograms.',
  'Assignment.organizationPrograms':
    'Có giới hạn trong các chương trình mà tổ chức tham gia vào ngày nghiệp vụ hay không.',
  'Assignment.validFrom': 'Ngày đầu tiên giữ vai trò.',
  'Assignment.validTo': 'Ngày đầu tiên không còn giữ vai trò; null khi không định ngày kết thúc.',
  'Assignment.actingFor': 'Giữ vai trò thay cho ai; null khi giữ vai trò của chính mình.',
  'Assignment.revokedAt': 'Thời điểm bị thu hồi ngay; null khi không bị thu hồi.',
  AssignmentReach: 'Vai trò vươn tới đâu kể từ đơn vị được phân công.',
  'AssignmentReach.SUBTREE': 'Đơn vị cùng mọi đơn vị bên dưới.',
  'AssignmentReach.EXACT': 'Chỉ riêng đơn vị, không gồm các đơn vị bên dưới.',
  Me: 'Chính người hỏi: là ai và được làm gì vào ngày nghiệp vụ.',
  'Me.user': 'Tài khoản đang đăng nhập.',
  'Me.person': 'Người sở hữu tài khoản.',
  'Me.assignments': 'Các vai trò đang giữ vào ngày nghiệp vụ.',
  'Me.permissions':
    'Những việc được làm theo mọi vai trò và mọi chương trình đã cài đặt; giao diện có thể ẩn phần còn lại.',
  HeldPermission: 'Một việc được làm, và ở đâu.',
  'HeldPermission.permission': 'Tên cố định của quyền: "core:value.record".',
  'HeldPermission.title': 'Quyền này cho phép làm gì, theo ngôn ngữ của người hỏi.',
  'HeldPermission.scopes': 'Các đơn vị và chương trình có quyền; chỉ cần thuộc một trong số đó.',
  PermissionScope: 'Nơi có quyền: một đơn vị hoặc cả bên dưới, một chương trình hoặc mọi chương trình.',
  'PermissionScope.unit': 'Đơn vị mà quyền bắt đầu từ đó.',
  'PermissionScope.reach': 'Có bao gồm các đơn vị bên dưới hay không.',
  'PermissionScope.program': 'Mã chương trình, như "PRG-27"; null khi là mọi chương trình.',
  SignIn: 'Bằng chứng mình là ai, gửi kèm các yêu cầu sau.',
  'SignIn.token': 'Gửi trong tiêu đề: Authorization: Bearer <token>.',
  'SignIn.expiresAt': 'Thời điểm (giờ thực) hết hiệu lực.',
  'SignIn.user': 'Ai vừa đăng nhập.',
  SignedInUser: 'Người vừa đăng nhập. Mọi thông tin khác về mình có trong trường me.',
  'SignedInUser.username': 'Tên đăng nhập như được lưu.',
  'SignedInUser.fullName': 'Họ tên của người sở hữu tài khoản.',
  'Query.me': 'Người hỏi là ai, kèm vai trò và quyền; null khi chưa đăng nhập.',
  'Query.people':
    'Những người mà người hỏi được xem: chính mình và người của các đơn vị mình được xem dữ liệu cá nhân.',
  'Query.users': 'Tài khoản của những người mà người hỏi được xem.',
  'Query.role': 'Vai trò có tên cố định này.',
  'Query.roles': 'Các vai trò có thể phân công.',
  'Query.assignments': 'Ai giữ vai trò nào, trong số những người mà người hỏi được xem.',
  'PeopleFilter.search': 'Chỉ những người có tên chứa cụm này; không phân biệt dấu và chữ hoa.',
  'AdministrativeUnitPeopleFilter.search':
    'Chỉ những người có tên chứa cụm này; không phân biệt dấu và chữ hoa.',
  'Organization.assignments':
    'Ai giữ vai trò nào thay mặt tổ chức, trong số những người mà người hỏi được xem.',
  'UnitGroup.assignments': 'Ai giữ vai trò nào đối với nhóm, trong số những người mà người hỏi được xem.',
  'AdministrativeUnit.people':
    'Những người do đơn vị quản lý hồ sơ, trong số những người mà người hỏi được xem.',
  'AdministrativeUnit.assignments':
    'Ai giữ vai trò nào đối với chính đơn vị này, trong số những người mà người hỏi được xem.',
  'Mutation.signIn':
    'Đăng nhập bằng tên và mật khẩu. Sai tên hay sai mật khẩu đều nhận cùng một câu trả lời.',
  SignInInput: 'Thông tin để đăng nhập.',
  'SignInInput.username': 'Tên tài khoản; không phân biệt chữ hoa, dấu, dấu chấm và gạch nối.',
  'SignInInput.password': 'Mật khẩu. Không được ghi vào nhật ký nào.',
  'Mutation.changeOwnPassword':
    'Đổi mật khẩu của chính mình. Mọi phiên khác kết thúc; câu trả lời có mã phiên mới để tiếp tục phiên này.',
  ChangeOwnPasswordInput: 'Mật khẩu mới của chính mình.',
  'ChangeOwnPasswordInput.currentPassword': 'Mật khẩu đang dùng.',
  'ChangeOwnPasswordInput.newPassword':
    'Mật khẩu từ nay: ít nhất 10 ký tự, không thuộc loại thường gặp, không chứa tên đăng nhập.',
  'Mutation.createPerson':
    'Ghi nhận một người để có thể lập tài khoản. Cần quyền core:user.manage tại đơn vị.',
  CreatePersonInput: 'Một người mới.',
  'CreatePersonInput.fullName': 'Họ, tên đệm và tên.',
  'CreatePersonInput.phone': 'Số điện thoại công vụ.',
  'CreatePersonInput.email': 'Địa chỉ thư điện tử công vụ.',
  'CreatePersonInput.unit': 'Đơn vị quản lý hồ sơ; người nhập quản lý người dùng tại đó.',
  'Mutation.createUser':
    'Lập tài khoản cho một người. Tài khoản chưa được làm gì cho đến khi được phân công vai trò. Cần quyền core:user.manage tại đơn vị quản lý hồ sơ.',
  CreateUserInput: 'Tài khoản mới của một người.',
  'CreateUserInput.person': 'Tài khoản của ai; người lập quản lý người dùng của đơn vị quản lý hồ sơ.',
  'CreateUserInput.username':
    'Tên đăng nhập: 3 đến 64 chữ thường không dấu, số, dấu chấm, gạch nối. Không tên nào khác được chỉ khác nhau ở dấu.',
  'CreateUserInput.password':
    'Mật khẩu đầu tiên: ít nhất 10 ký tự, không thuộc loại thường gặp, không chứa tên đăng nhập.',
  'Mutation.resetPassword':
    'Đặt mật khẩu mới cho người khác và kết thúc các phiên của tài khoản. Cần quyền core:user.manage tại đơn vị quản lý hồ sơ và quyền phân công mọi vai trò mà tài khoản giữ: ai chiếm được tài khoản thì có quyền của nó.',
  ResetPasswordInput: 'Mật khẩu mới cho người khác.',
  'ResetPasswordInput.user': 'Tài khoản; người đặt lại được phân công mọi vai trò mà tài khoản giữ.',
  'ResetPasswordInput.newPassword':
    'Mật khẩu từ nay: ít nhất 10 ký tự, không thuộc loại thường gặp, không chứa tên đăng nhập.',
  'Mutation.revokeSessions':
    'Kết thúc mọi phiên của một tài khoản: các mã phiên đã cấp không còn giá trị. Của chính mình, hoặc cần quyền core:user.manage tại đơn vị quản lý hồ sơ.',
  RevokeSessionsInput: 'Kết thúc phiên của ai.',
  'RevokeSessionsInput.user': 'Tài khoản của chính mình, hoặc của đơn vị mà mình quản lý người dùng.',
  'Mutation.setUserDisabled':
    'Khóa hoặc mở lại tài khoản của người khác. Cần quyền core:user.manage tại đơn vị quản lý hồ sơ.',
  SetUserDisabledInput: 'Tài khoản có được dùng hay không.',
  'SetUserDisabledInput.user': 'Tài khoản của người khác, thuộc đơn vị mà mình quản lý người dùng.',
  'SetUserDisabledInput.disabled': 'true để khóa và kết thúc các phiên, false để mở lại.',
  'SetUserDisabledInput.reason': 'Lý do; được lưu trong nhật ký.',
  'Mutation.createAssignment':
    'Phân công vai trò cho một người. Phải là vai trò mà người phân công được phân công tại các đơn vị và chương trình này, hoặc vai trò mà mình có đủ mọi quyền ở đó; không tự phân công cho mình.',
  CreateAssignmentInput: 'Phân công ai, vai trò nào, đối với đâu và trong bao lâu.',
  'CreateAssignmentInput.user': 'Tài khoản được phân công; không phải của chính mình.',
  'CreateAssignmentInput.role':
    'Mã vai trò, như "commune-clerk"; người phân công có quyền phân công vai trò này tại mọi nơi được nêu.',
  'CreateAssignmentInput.organization': 'Giữ vai trò thay mặt tổ chức nào.',
  'CreateAssignmentInput.unit': 'Đối với đơn vị nào; chọn đơn vị hoặc nhóm.',
  'CreateAssignmentInput.group': 'Đối với nhóm đơn vị nào; chọn nhóm hoặc đơn vị.',
  'CreateAssignmentInput.reach': 'Có bao gồm các đơn vị bên dưới hay không; mặc định SUBTREE.',
  'CreateAssignmentInput.programs':
    'Mã các chương trình được giới hạn, như "PRG-27"; để trống khi là mọi chương trình.',
  'CreateAssignmentInput.organizationPrograms':
    'true để giới hạn trong các chương trình mà tổ chức tham gia, thay đổi theo việc tham gia.',
  'CreateAssignmentInput.validFrom': 'Ngày đầu tiên giữ vai trò; mặc định là ngày nghiệp vụ.',
  'CreateAssignmentInput.validTo':
    'Ngày đầu tiên không còn giữ vai trò; để trống khi không định ngày kết thúc.',
  'CreateAssignmentInput.actingFor': 'Người được thay, chẳng hạn trong thời gian nghỉ phép.',
  'Mutation.endAssignment':
    'Kết thúc vai trò của người khác, ngay lập tức hoặc kể từ một ngày. Cần quyền như khi phân công.',
  EndAssignmentInput: 'Vai trò nào kết thúc và khi nào.',
  'EndAssignmentInput.assignment':
    'Phân công kết thúc; người thực hiện có quyền phân công vai trò đó tại đó.',
  'EndAssignmentInput.on': 'Ngày đầu tiên không còn giữ vai trò; để trống để thu hồi ngay.',
  'EndAssignmentInput.reason': 'Lý do; được lưu trong nhật ký.',
};
