// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace renewal {

/// A value or an Error. A caller that drops it gets a compiler warning.
///
/// \code
///   Result<int> parse(QStringView text);
///   if (const auto number = parse(text); !number)
///       return failure(number.error());
/// \endcode
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
    Result(tl::expected<T, Error> other)
        : tl::expected<T, Error>(std::move(other))
    {
    }
};

/// Success without a value: `return ok();`
using Done = Result<void>;

inline Done ok()
{
    return {};
}

/// Turns an error into the failing side of any Result.
inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> failure(ErrorCode code, QString text, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(text), std::move(detail)});
}

} // namespace renewal
